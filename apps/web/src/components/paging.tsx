import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { figure } from "../format/numbers.ts";

/** Earlier and later pages of a list, as links: each page has an address. */
export const Paging = (props: {
  /** From 1. */
  readonly page: number;
  readonly size: number;
  readonly total: number;
  /** "sessions" */
  readonly what: string;
  /** What the links say, where the list has no age. */
  readonly words?: readonly [back: string, on: string];
}) => {
  const pages = () => Math.max(1, Math.ceil(props.total / props.size));
  const first = () => (props.page - 1) * props.size + 1;
  const last = () => Math.min(props.total, props.page * props.size);
  const to = (page: number) => (search: Record<string, unknown>) => ({
    ...search,
    page: page === 1 ? undefined : page,
  });
  return (
    <nav class="flex flex-wrap items-center gap-3 mt-4" aria-label={`Pages of ${props.what}`}>
      <span class="muted small mr-auto">
        {figure(first())}–{figure(last())} of {figure(props.total)} {props.what}
      </span>
      <Show when={props.page > 1}>
        <Link class="btn" to="." search={to(Math.min(props.page - 1, pages()))} rel="prev">
          {props.words?.[0] ?? "Newer"}
        </Link>
      </Show>
      <Show when={props.page < pages()}>
        <Link class="btn" to="." search={to(props.page + 1)} rel="next">
          {props.words?.[1] ?? "Older"}
        </Link>
      </Show>
    </nav>
  );
};
