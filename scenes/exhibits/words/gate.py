"""What the gate's findings mean and what to do about them, in Chinese and English."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

GLB: Final = {
    "GLB_INVALID_MAGIC": (
        "这不是 GLB 文件：开头不是 glTF 标记。请重新导出，或检查文件是否损坏",
        "This is no GLB file: it does not begin with the glTF mark. Export it again, or see "
        "whether the file is damaged",
    ),
    "GLB_INVALID_VERSION": (
        "只支持 glTF 2.0 的 GLB。请用较新的软件重新导出为 glTF 2.0",
        "Only GLB of glTF 2.0 is supported. Export it again as glTF 2.0 with a newer program",
    ),
    "GLB_LENGTH_TOO_SMALL": (
        "GLB 文件头写明的长度太小。请重新导出",
        "The length in the GLB header is too small. Export the file again",
    ),
    "GLB_LENGTH_MISMATCH": (
        "GLB 的实际长度与文件头不符，文件可能没有传完整。请重新上传或导出",
        "The GLB is not as long as its header says; perhaps it was cut short. Upload or export it "
        "again",
    ),
    "GLB_CHUNK_LENGTH_UNALIGNED": (
        "GLB 数据块的长度不是 4 的倍数。请用标准的导出工具重新导出",
        "The length of a GLB chunk is not a multiple of 4. Export it again with a standard tool",
    ),
    "GLB_CHUNK_TOO_BIG": (
        "GLB 数据块超出了文件的长度。文件可能已损坏，请重新导出",
        "A GLB chunk reaches beyond the file's length. The file may be damaged; export it again",
    ),
    "GLB_DUPLICATE_CHUNK": (
        "GLB 中同一种数据块出现了两次。请重新导出",
        "The same kind of chunk occurs twice in the GLB. Export it again",
    ),
    "GLB_EMPTY_CHUNK": (
        "GLB 的 JSON 块是空的。请重新导出",
        "The GLB's JSON chunk is empty. Export it again",
    ),
    "GLB_EXTRA_DATA": (
        "GLB 结尾之后还有多余的数据，已忽略",
        "There is extra data after the end of the GLB; it is ignored",
    ),
    "GLB_UNEXPECTED_BIN_CHUNK": (
        "GLB 的二进制块必须是第二块。请重新导出",
        "The GLB's binary chunk must be the second one. Export it again",
    ),
    "GLB_UNEXPECTED_END_OF_CHUNK_DATA": (
        "GLB 在数据块中间就结束了，文件没有传完整。请重新上传",
        "The GLB ends in the middle of a chunk: it was cut short. Upload it again",
    ),
    "GLB_UNEXPECTED_END_OF_CHUNK_HEADER": (
        "GLB 在块头中间就结束了，文件没有传完整。请重新上传",
        "The GLB ends inside a chunk's header: it was cut short. Upload it again",
    ),
    "GLB_UNEXPECTED_END_OF_HEADER": (
        "GLB 连文件头都不完整。请重新上传",
        "The GLB is shorter than its own header. Upload it again",
    ),
    "GLB_UNEXPECTED_FIRST_CHUNK": (
        "GLB 的第一块必须是 JSON。请重新导出",
        "The GLB's first chunk must be JSON. Export it again",
    ),
    "GLB_UNKNOWN_CHUNK_TYPE": (
        "GLB 中有未知类型的数据块，已忽略",
        "The GLB has a chunk of an unknown kind; it is ignored",
    ),
}
JSON: Final = {
    "INVALID_JSON": (
        "glTF 的 JSON 无法读取：请用不带 BOM 的 UTF-8 编码重新导出",
        "The glTF's JSON cannot be read. Export it again, as UTF-8 without a byte order mark",
    ),
    "TYPE_MISMATCH": (
        "这里的值类型不对。请检查导出设置或修正文件",
        "This value is of the wrong type. Check the export's settings or correct the file",
    ),
    "DUPLICATE_KEY": (
        "JSON 的同一个对象中有两个同名属性，无法确定以哪个为准。请去掉一个",
        "An object of the JSON has two properties of one name, so it is unclear which one counts. "
        "Remove one",
    ),
    "NUMBER_TOO_LARGE": (
        "JSON 中有超出双精度范围的数字。请修正后重新导出",
        "The JSON has a number beyond double precision. Correct it and export again",
    ),
    "JSON_TOO_LARGE": (
        "glTF 的 JSON 部分太大。请把几何数据放进 .bin 或 .glb，而不是写在 JSON 里",
        "The glTF's JSON is too large. Keep geometry in a .bin or .glb instead of the JSON",
    ),
    "JSON_TOO_DEEP": (
        "JSON 嵌套层数太多。请简化 extras 或扩展数据",
        "The JSON is nested too deeply. Simplify its extras or extension data",
    ),
    "JSON_TOO_COMPLEX": (
        "JSON 中的数值和对象太多。请把数据放进 .bin 或 .glb",
        "The JSON holds too many values and objects. Keep the data in a .bin or .glb",
    ),
}
FILES: Final = {
    "IO_ERROR": (
        "引用的文件不在上传内容中。请把模型和它的全部贴图、.bin 文件一起上传，或打包成 .zip",
        "A file that the model refers to did not come with it. Upload the model together with all "
        "its textures and .bin files, or as one .zip",
    ),
    "INVALID_URI": (
        "文件地址（URI）无效，或内嵌数据与其声明的类型不符。请重新导出",
        "The URI is not valid, or data inside it is not of the type it declares. Export it again",
    ),
    "URI_OUTSIDE": (
        "文件地址指向了上传内容之外。只能引用与模型放在一起的文件，请改为相对路径后一起上传",
        "The URI leads outside the upload. Only files that come with the model may be referred to: "
        "use relative paths and upload the files with it",
    ),
    "URI_BACKSLASH": (
        "文件地址中有反斜杠。请把 \\ 改为 / 后重新导出",
        "The URI has a backslash. Replace \\ by / and export again",
    ),
    "URI_QUERY": (
        "文件地址带有 ? 或 # 部分。请改用普通文件名；文件名里的这两个符号要写成 %3F 和 %23",
        "The URI has a part after ? or #. Use a plain file name; write these signs in a name as "
        "%3F and %23",
    ),
    "EXTENSION_FILE_IGNORED": (
        "扩展中引用的这个文件不会随展品保存，也不会使用",
        "The file that this extension refers to is neither kept with the exhibit nor used",
    ),
    "URI_TOO_LONG": (
        "文件地址太长。请缩短文件夹与文件的名称",
        "The URI is too long. Shorten the names of folders and files",
    ),
    "BUFFER_BYTE_LENGTH_MISMATCH": (
        "缓冲区的实际数据比声明的短，文件可能没有传完整。请重新导出并一起上传",
        "The buffer holds less data than it declares; a file may be cut short. Export again and "
        "upload all files",
    ),
    "BUFFER_DATA_URI_MIME_TYPE_INVALID": (
        "内嵌缓冲区的类型应为 application/octet-stream 或 application/gltf-buffer",
        "Data inside a buffer's URI should be application/octet-stream or application/gltf-buffer",
    ),
    "BUFFER_MISSING_GLB_DATA": (
        "第一个缓冲区应在 GLB 的二进制块中，但文件里没有这一块。请重新导出",
        "The first buffer should be in the GLB's binary chunk, but there is none. Export it again",
    ),
    "BUFFER_GLB_CHUNK_TOO_BIG": (
        "GLB 的二进制块比缓冲区声明的更长，多出的部分不会使用",
        "The GLB's binary chunk is longer than its buffer declares; the rest is not used",
    ),
    "BUFFER_WITHOUT_DATA": (
        "这个缓冲区没有数据，用到它的内容不会显示",
        "This buffer has no data; whatever uses it will not be seen",
    ),
    "DATA_URI_GLB": (
        "GLB 中用了内嵌的 data: 数据，可以使用，但文件会更大",
        "A data: URI is used inside a GLB; that works, but makes the file larger",
    ),
    "TOO_MANY_FILES": (
        "文件数量太多。请只上传模型用到的文件",
        "There are too many files. Upload only those that the model uses",
    ),
    "UPLOAD_TOO_LARGE": (
        "上传内容太大。请减少贴图尺寸或模型面数，或请运营者提高上限",
        "The upload is too large. Use smaller textures or fewer triangles, or ask the operator to "
        "raise the limit",
    ),
    "DUPLICATE_FILE": (
        "有两个同名的文件。请重命名其中一个，或保留文件夹打包成 .zip",
        "Two files have the same name. Rename one, or keep their folders by packing a .zip",
    ),
}
KINDS: Final = {
    "EMPTY_FILE": (
        "文件是空的。请重新选择或导出",
        "The file is empty. Choose it again or export it again",
    ),
    "FOREIGN_FORMAT": (
        "这不是 glTF 文件，不能直接展示。请转换为 glTF 2.0（推荐 .glb）：用 Blender 打开或导入后，"
        "选“文件 → 导出 → glTF 2.0”；STEP、IGES、IFC、SolidWorks 等 CAD 文件可先用 FreeCAD 或 CAD "
        "Assistant 打开，再导出为 glTF；SketchUp、Revit、3ds Max 可用各自的 glTF 导出功能或插件",
        "This is not a glTF file and cannot be shown as it is. Make glTF 2.0 of it (.glb is "
        "best): open or import it in Blender and choose File → Export → glTF 2.0; open CAD files "
        "such as STEP, IGES, IFC or SolidWorks in FreeCAD or CAD Assistant and export glTF; "
        "SketchUp, Revit and 3ds Max have glTF exporters of their own or as plug-ins",
    ),
    "UNKNOWN_FORMAT": (
        "无法识别这个文件。请上传 .glb、.gltf（连同它的文件）或包含其中之一的 .zip",
        "This file is of no known kind. Upload a .glb, a .gltf with its files, or a .zip of either",
    ),
    "NO_MODEL": (
        "上传内容中没有 .glb 或 .gltf 模型",
        "There is no .glb or .gltf model in the upload",
    ),
    "SEVERAL_MODELS": (
        "上传内容中有多个模型，不知道展示哪一个。请只保留一个 .glb 或 .gltf，其余分别上传",
        "There are several models in the upload, and it is unclear which one to show. Keep one "
        ".glb or .gltf and upload the others separately",
    ),
    "NESTED_ZIP": (
        "压缩包里的模型又是一个压缩包。请解开后重新打包",
        "The model inside the archive is an archive itself. Unpack it and pack it again",
    ),
}
IMAGES: Final = {
    "IMAGE_DATA_INVALID": (
        "图片数据无效。请用图像软件打开后另存为 PNG 或 JPEG（RGB），再重新导出模型",
        "The image's data is not valid. Open it in an image editor, save it as PNG or JPEG (RGB) "
        "and export the model again",
    ),
    "IMAGE_UNEXPECTED_EOS": (
        "图片不完整。请重新保存图片并导出模型",
        "The image is cut short. Save it again and export the model",
    ),
    "IMAGE_UNRECOGNIZED_FORMAT": (
        "无法识别这张图片，它不会显示。请使用 PNG、JPEG、WebP 或 KTX2",
        "The image is of no known format and will not be shown. Use PNG, JPEG, WebP or KTX2",
    ),
    "IMAGE_MIME_TYPE_INVALID": (
        "图片的实际格式与声明的类型不符。请改正 mimeType 或重新导出",
        "The image is not of the type that is declared. Correct its mimeType or export it again",
    ),
    "IMAGE_NON_ENABLED_MIME_TYPE": (
        "这种图片格式需要在 extensionsUsed 中声明对应的扩展。请重新导出，或改用 PNG、JPEG",
        "This image format needs its extension declared in extensionsUsed. Export it again, or use "
        "PNG or JPEG",
    ),
    "IMAGE_NAME_MISMATCH": (
        "图片的扩展名与实际格式不符，已按实际格式处理",
        "The image's name does not fit its format; its real format is used",
    ),
    "IMAGE_FEATURES_UNSUPPORTED": (
        "图片带有色彩配置、非方形像素或动画，展示时会忽略这些信息",
        "The image has a colour profile, pixels that are not square, or an animation; these are "
        "ignored",
    ),
    "TEXTURE_TOO_LARGE": (
        "贴图的边长超过上限。请缩小后重新导出",
        "A texture's side is longer than allowed. Make it smaller and export again",
    ),
    "TEXTURE_TOO_MANY_PIXELS": (
        "贴图的像素太多。请缩小后重新导出",
        "A texture has too many pixels. Make it smaller and export again",
    ),
    "TOO_MANY_PIXELS": (
        "全部贴图的像素总数超过上限。请减少贴图数量或尺寸",
        "All textures together have too many pixels. Use fewer or smaller ones",
    ),
    "IMAGES_OVERLAP": (
        "多张图片反复引用同一段数据。请重新导出，让每张图片有自己的数据",
        "Images use the same bytes again and again. Export again, so that each has its own",
    ),
    "TOO_MANY_IMAGES": (
        "图片太多。请合并贴图或删去没有用到的图片",
        "There are too many images. Merge textures or remove those that are not used",
    ),
}
ZIPS: Final = {
    "ZIP_DAMAGED": (
        "压缩包已损坏或没有传完整。请重新打包上传",
        "The zip is damaged or cut short. Pack it again and upload it",
    ),
    "ZIP_TOO_MANY_FILES": (
        "压缩包里的文件太多。请只打包模型用到的文件",
        "The zip holds too many files. Pack only those that the model uses",
    ),
    "ZIP_TOO_LARGE": (
        "压缩包解开后太大。请直接上传 .glb，或减少贴图尺寸和模型面数",
        "The zip unfolds to too much. Upload the .glb itself, or use smaller textures or fewer "
        "triangles",
    ),
    "ZIP_BOMB": (
        "压缩率高得不正常，无法接受。请检查文件后重新打包",
        "It is packed more tightly than any honest file. Look at the files and pack them again",
    ),
    "ZIP_OVERLAP": (
        "压缩包中的文件互相重叠。请用普通的压缩工具重新打包",
        "Files in the zip overlap. Pack it again with an ordinary tool",
    ),
    "ZIP_HEADERS_DISAGREE": (
        "压缩包的目录与文件自身的信息不一致。请用普通的压缩工具重新打包",
        "The zip's directory and a file's own header disagree. Pack it again with an ordinary tool",
    ),
    "ZIP_SIZE_MISMATCH": (
        "压缩包中文件的大小与目录所写不符。请重新打包",
        "A file in the zip is not as large as the directory says. Pack it again",
    ),
    "ZIP_BAD_CRC": (
        "压缩包中的文件校验失败，内容已损坏。请重新打包上传",
        "A file in the zip fails its checksum: it is damaged. Pack and upload it again",
    ),
    "ZIP_SLIP": (
        "压缩包中有指向上级文件夹（..）的路径。请用相对路径重新打包",
        "The zip has a path that leads to a folder above it (..). Pack it again with plain paths",
    ),
    "ZIP_ABSOLUTE_NAME": (
        "压缩包中有绝对路径。请用相对路径重新打包",
        "The zip has an absolute path. Pack it again with relative paths",
    ),
    "ZIP_BAD_NAME": (
        "压缩包中有空的、过长的或含控制字符的文件名。请重命名后再打包",
        "A name in the zip is empty, too long or has control characters. Rename it and pack again",
    ),
    "ZIP_DUPLICATE_NAME": (
        "压缩包中有两个同名的文件。请去掉一个后重新打包",
        "Two files in the zip have the same name. Remove one and pack again",
    ),
    "ZIP_SYMLINK": (
        "压缩包中有符号链接。请换成真正的文件后重新打包",
        "The zip has a symbolic link. Replace it by the file itself and pack again",
    ),
    "ZIP_SPECIAL_FILE": (
        "压缩包中有设备、管道等特殊文件。请去掉后重新打包",
        "The zip has a device, pipe or other special file. Remove it and pack again",
    ),
    "ZIP_ENCRYPTED": (
        "压缩包有密码。请去掉密码后重新打包",
        "The zip has a password. Pack it again without one",
    ),
    "ZIP_UNSUPPORTED_METHOD": (
        "不支持这种压缩方法。请用普通 ZIP（deflate）重新打包",
        "This way of packing is not supported. Pack an ordinary zip (deflate)",
    ),
}
REST: Final = {
    "FILE_NOT_FOUND": (
        "没有这个文件。请检查路径",
        "There is no such file. Look at the path again",
    ),
    "FILE_UNREADABLE": (
        "这个文件无法读取。请检查它的权限，以及它是不是普通文件",
        "This file cannot be read. See whether it is a plain file and you may read it",
    ),
    "ODD_NAME": (
        "名称中有不可见字符、标记或特殊词，显示时会改用安全的写法；原文件不变",
        "A name has invisible characters, markup or a special word; it is shown in a safe form, "
        "and the original stays as it is",
    ),
    "TOO_MANY_FINDINGS": (
        "问题太多，其余的没有列出",
        "There are too many findings; the others are not listed",
    ),
}
WORDS: Final = {**GLB, **JSON, **FILES, **KINDS, **IMAGES, **ZIPS, **REST}
"""Code to (Chinese, English)."""
