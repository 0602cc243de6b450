/** Whether a path is that of an archive that `import` opens. */
export function isArchive(path: string): boolean {
  return /\.(tar\.gz|tgz|tar|zip)$/i.test(path);
}

/**
 * Why an entry's name is refused; null when it is good. Nothing is ever extracted to a disk, but a
 * name that leaves the archive's folder says that the archive was made to harm.
 */
export function unsafeName(name: string): string | null {
  if (name.includes("\0")) return "the name holds a NUL character";
  if (/^[/\\]|^[A-Za-z]:/.test(name)) return "the name is an absolute path";
  if (name.split(/[/\\]/).includes("..")) return "the name leads out of the archive";
  return null;
}

/** An entry as messages name it: `backup.zip:gamestats/…`. */
export function entryPath(archive: string, name: string): string {
  return `${archive}:${name}`;
}
