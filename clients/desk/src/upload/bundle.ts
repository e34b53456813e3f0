/** Sorts chosen files into exhibits: each GLB or zip by itself, a glTF with the files around it. */

export interface Chosen {
  /** Where it lies, with `/` between folders, as far as the browser tells. */
  path: string;
  file: File;
}

export interface Bundle {
  name: string;
  pieces: Chosen[];
}

const ALONE = /\.(glb|zip)$/i;
const ENTRY = /\.gltf$/i;
/** Files that systems leave in folders and that no exhibit needs. */
const LITTER = /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/i;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Every exhibit among the files. Files that belong to none (no glTF lies at or above them) are
 * offered singly: the server says what it thinks of them. Only a lone glTF takes in what lies
 * beside its folder, as its addresses may lead there.
 */
export function bundles(chosen: readonly Chosen[]): Bundle[] {
  const files = chosen.filter(({ path }) => !LITTER.test(path));
  const entries = files.filter(({ path }) => ENTRY.test(path));
  const others = files.filter(({ path }) => !ENTRY.test(path) && !ALONE.test(path));
  const taken = new Set<Chosen>();
  const whole = entries.map((entry): Bundle => {
    const folder = entries.length === 1 ? '' : folderOf(entry.path);
    const belongs = others.filter(({ path }) => path.startsWith(folder));
    for (const one of belongs) taken.add(one);
    return { name: baseOf(entry.path), pieces: below([entry, ...belongs]) };
  });
  const single = files.filter((one) => ALONE.test(one.path) || (others.includes(one) && !taken.has(one)));
  return [...whole, ...single.map((one): Bundle => ({ name: baseOf(one.path), pieces: below([one]) }))];
}

/** Every file by itself. */
export const singles = (chosen: readonly Chosen[]): Bundle[] =>
  chosen.filter(({ path }) => !LITTER.test(path)).map((one): Bundle => ({ name: baseOf(one.path), pieces: below([one]) }));

/** The pieces with paths that begin where all of them part. */
function below(pieces: Chosen[]): Chosen[] {
  let shared = folderOf(pieces[0]!.path);
  for (const { path } of pieces) {
    while (!path.startsWith(shared)) shared = folderOf(shared.slice(0, -1));
  }
  return pieces.map(({ path, file }) => ({ path: path.slice(shared.length), file }));
}
