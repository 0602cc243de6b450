import { useNavigate, useSearch } from "@tanstack/solid-router";

/** What stands behind the `?` of the page's address, and how to change parts of it. */
export function useAddress() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    search: () => search() as Readonly<Record<string, string | undefined>>,
    /**
     * Another filter begins at the first page; what is undefined leaves the address. With `replace` the
     * way back leaves it out.
     */
    change: (parts: Readonly<Record<string, string | number | undefined>>, replace = false) =>
      void navigate({
        to: ".",
        replace,
        search: (before: Record<string, unknown>) => ({ ...before, page: undefined, ...parts }),
        resetScroll: false,
      }),
  };
}
