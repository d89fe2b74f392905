interface Transaction {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
}

/**
 * Resolves when all of `requests` are committed. Where one of them ended the
 * transaction the others fail with a bare AbortError, so the transaction's own error
 * is what is thrown.
 */
export async function finish(
  transaction: Transaction,
  requests: readonly Promise<unknown>[],
): Promise<void> {
  try {
    // Together: alone, a failed request would leave the others unheard.
    await Promise.all([...requests, transaction.done]);
  } catch (cause) {
    throw transaction.error ?? cause;
  }
}
