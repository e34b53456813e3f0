"""All extensions that are looked into, by name."""

from __future__ import annotations

from scenes.exhibits.check.structure.ext import (
    animation_pointer,
    draco_mesh_compression,
    lights_image_based,
    lights_punctual,
    materials_anisotropy,
    materials_bump,
    materials_clearcoat,
    materials_diffuse_roughness,
    materials_diffuse_transmission,
    materials_dispersion,
    materials_emissive_strength,
    materials_ior,
    materials_iridescence,
    materials_sheen,
    materials_spec_gloss,
    materials_specular,
    materials_transmission,
    materials_unlit,
    materials_variants,
    materials_volume,
    mesh_gpu_instancing,
    mesh_quantization,
    meshopt_compression,
    msft_lod,
    node_visibility,
    texture_formats,
    texture_transform,
)

__all__ = ["KNOWN"]

KNOWN = {
    extension.name: extension
    for extension in (
        animation_pointer.EXTENSION,
        draco_mesh_compression.EXTENSION,
        lights_image_based.EXTENSION,
        lights_punctual.EXTENSION,
        materials_anisotropy.EXTENSION,
        materials_bump.EXTENSION,
        materials_clearcoat.EXTENSION,
        materials_diffuse_roughness.EXTENSION,
        materials_diffuse_transmission.EXTENSION,
        materials_dispersion.EXTENSION,
        materials_emissive_strength.EXTENSION,
        materials_ior.EXTENSION,
        materials_iridescence.EXTENSION,
        materials_sheen.EXTENSION,
        materials_spec_gloss.EXTENSION,
        materials_specular.EXTENSION,
        materials_transmission.EXTENSION,
        materials_unlit.EXTENSION,
        materials_variants.EXTENSION,
        materials_volume.EXTENSION,
        mesh_gpu_instancing.EXTENSION,
        mesh_quantization.EXTENSION,
        *meshopt_compression.EXTENSIONS,
        msft_lod.EXTENSION,
        node_visibility.EXTENSION,
        *texture_formats.EXTENSIONS,
        texture_transform.EXTENSION,
    )
}
