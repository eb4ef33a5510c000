// The page first: whoever reads it doesn't wait for the app, and no stretch of the app's start keeps a hand waiting.

/**
 * When the page has been painted for the first time; at once where it isn't seen, and in a frame: one out of sight isn't
 * painted, but has a height to tell.
 * @returns {Promise<void>}
 */
export function painted() {
  if (parent !== window || document.visibilityState === 'hidden' || performance.getEntriesByType('paint').length) return Promise.resolve();
  return new Promise((done) => {
    const end = () => {
      observer?.disconnect();
      document.removeEventListener('visibilitychange', end);
      done();
    };
    const observer = PerformanceObserver.supportedEntryTypes.includes('paint') ? new PerformanceObserver(end) : null;
    observer?.observe({ type: 'paint', buffered: true });
    if (!observer) requestAnimationFrame(() => pause().then(end));
    document.addEventListener('visibilitychange', end);
  });
}

/** Lets the browser do what else is waiting: a key, a touch, a frame. @returns {Promise<void>} */
export function pause() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
