interface Transaction {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort(): void;
}

/**
 * Makes `requests` one after another, and resolves when all of them are committed. One
 * that cannot even be made ends the transaction: what was asked before it would be
 * committed alone, such as clearing the rows that a new one was to replace. Where one
 * fails later the others fail with a bare AbortError, so the transaction's own error is
 * what is thrown.
 */
export async function finishTransaction(
  transaction: Transaction,
  requests: readonly (() => Promise<unknown>)[],
): Promise<void> {
  const made: Promise<unknown>[] = [transaction.done];
  try {
    for (const request of requests) made.push(request());
  } catch (cause) {
    transaction.abort();
    await Promise.allSettled(made);
    throw cause;
  }
  try {
    // Together: alone, a failed request would leave the others unheard.
    await Promise.all(made);
  } catch (cause) {
    throw transaction.error ?? cause;
  }
}
