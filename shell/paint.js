// The page first: whoever reads it doesn't wait for the app, and no stretch of the app's start keeps a hand waiting.

/** Where nothing is painted (in a frame out of sight, in some browsers), the app starts all the same after this time, ms. */
const longest = 1000;

/** When the page has been painted for the first time; at once where it isn't seen. @returns {Promise<void>} */
export function painted() {
  if (document.visibilityState === 'hidden' || performance.getEntriesByType('paint').length) return Promise.resolve();
  return new Promise((done) => {
    const end = () => {
      observer?.disconnect();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', end);
      done();
    };
    const observer = PerformanceObserver.supportedEntryTypes.includes('paint') ? new PerformanceObserver(end) : null;
    observer?.observe({ type: 'paint', buffered: true });
    if (!observer) requestAnimationFrame(() => setTimeout(end));
    const timer = setTimeout(end, longest);
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
