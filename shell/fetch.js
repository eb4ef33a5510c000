// What the app reads besides itself: bundles as text, pages as documents.

/** @param {string} url */
export async function fetchText(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/** @param {string} url @returns {Promise<Document>} parsed; nothing in it runs or is fetched */
export function fetchPage(url) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.overrideMimeType('text/html; charset=utf-8'); // whatever the server takes it for
    request.onload = () => (request.status === 200 && request.responseXML ? done(request.responseXML) : fail(new Error(`${url}: ${request.status}`)));
    request.onerror = () => fail(new Error(url));
    request.open('GET', url);
    request.send();
  });
}
