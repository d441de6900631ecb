/**
 * Keeps the application and its pack for later visits without network. Called once the first view is on screen, so that
 * it never delays it; not at all where the person asked the browser to spare data, or where it has no service workers.
 */
export function keepForOffline(target: Window = window): void {
  const { serviceWorker } = target.navigator;
  const connection = (target.navigator as Navigator & { connection?: { saveData?: boolean } }).connection;
  if (!serviceWorker || connection?.saveData || import.meta.env.DEV) return;
  serviceWorker.register(new URL("service-worker.js", target.document.baseURI)).catch(() => undefined);
}
