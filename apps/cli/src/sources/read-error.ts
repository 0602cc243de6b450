/** Code and sentence for a file or folder that could not be read. */
export function readError(error: unknown): { code: string; message: string } {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return { code: "not_found", message: "no such file or folder" };
  }
  if (code === "EACCES" || code === "EPERM") {
    return { code: "unreadable", message: "no permission to read it" };
  }
  if (code === "ELOOP") return { code: "unreadable", message: "a link that leads to itself" };
  if (code === "ENAMETOOLONG") return { code: "not_found", message: "the name is too long" };
  return { code: "unreadable", message: code ? `${code}: ${plain(message)}` : plain(message) };
}

/** Node repeats code and path in its messages; the caller says the path already. */
function plain(message: string): string {
  return message.replace(/^[A-Z]+: /, "").replace(/, \w+( '.*')?$/s, "");
}
