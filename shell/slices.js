// What is seen of a tall frame when nobody outside says so: its height in slices, watched by the browser.

const height = 200;

/**
 * @param {(view: [number, number]) => void} told the seen part, in the frame's own px
 * @returns {() => void} ends it
 */
export function watchSlices(told) {
  const box = document.createElement('div');
  box.className = 'au-slices';
  box.setAttribute('aria-hidden', 'true');
  /** @type {Map<Element, DOMRectReadOnly>} */
  const seen = new Map();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, intersectionRect } of entries) {
      if (isIntersecting && intersectionRect.height > 0) seen.set(target, intersectionRect);
      else seen.delete(target);
    }
    const parts = [...seen.values()];
    if (parts.length > 0) told([Math.min(...parts.map((part) => part.top)), Math.max(...parts.map((part) => part.bottom))]);
  }, { threshold: [0, 0.25, 0.5, 0.75, 1] });
  for (let top = 0; top < innerHeight; top += height) {
    const slice = document.createElement('div');
    slice.style.height = `${Math.min(height, innerHeight - top)}px`;
    box.append(slice);
    observer.observe(slice);
  }
  document.body.append(box);
  return () => {
    observer.disconnect();
    box.remove();
  };
}
