/**
 * Runs parts that ask the same transaction side by side, and gives what each gave. When one fails the others
 * are waited for before it is thrown: nothing may be asked once the transaction is rolled back.
 *
 * @throws what failed first
 */
export async function together<Parts extends readonly Promise<unknown>[]>(
  ...parts: Parts
): Promise<{ -readonly [K in keyof Parts]: Awaited<Parts[K]> }> {
  let failed: { readonly error: unknown } | null = null;
  const noted = parts.map((part) =>
    part.catch((error: unknown) => {
      failed ??= { error };
    }),
  );
  const results = await Promise.all(noted);
  if (failed) throw (failed as { readonly error: unknown }).error;
  return results as { -readonly [K in keyof Parts]: Awaited<Parts[K]> };
}
