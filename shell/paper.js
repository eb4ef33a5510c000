// On paper a page ends with its address. A site built without one knows it only where the page is read.

/** The page's address without what one reader asked for. */
const ownAddress = () => location.origin + location.pathname;

/** Says the address, where nobody has said it, before the page is printed: the words may be others by then. */
export function followPrinting() {
  addEventListener('beforeprint', () => {
    const place = document.getElementById('au-own-address');
    if (place && !place.textContent) place.textContent = (place.dataset.text ?? '').replace('{address}', ownAddress);
  });
}
