import type { Api } from "@slomix/api";
import { hc } from "hono/client";

/** The API of the server that these pages come from, typed by its routes. */
export const api = hc<Api>("/").api;
