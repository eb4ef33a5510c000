// Reading without a network: keeps the site on the device where that is wished, says how old what is kept is, and offers
// a newer version. Nothing is stored before; in frames never.

/** There may be only one of a name. @type {{createScriptURL: (address: string) => string} | undefined} */
let policy;

/** Trusted Types guard the one address of a script that is chosen here. @param {string} address */
function trusted(address) {
  const types = /** @type {any} */ (window).trustedTypes;
  if (!types) return address;
  const { origin } = new URL(address);
  if (origin !== location.origin) throw new Error('The service worker has to be this site\'s own.');
  policy ??= /** @type {NonNullable<typeof policy>} */ (types.createPolicy('aushang', { createScriptURL: (/** @type {string} */ text) => text }));
  return policy.createScriptURL(address);
}

/** Where there are none, the page is as it is without: frames, old browsers, http. */
function workers() {
  try {
    return window.parent === window && window.isSecureContext ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {ServiceWorker} worker
 * @param {'saved when' | 'save again'} what the second fetches what the browser has cleared away
 * @returns {Promise<string>} when what it answers with was saved, ISO 8601; '' if that isn't there, or not all of it
 */
function ask(worker, what) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(what, [port2]);
  return new Promise((done) => { port1.onmessage = ({ data }) => { done(String(data)); port1.close(); }; });
}

/** Whether something was chosen or written that a reload would lose. */
const hasAnswers = () => [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#au-panel :is(input, textarea)'))].some((input) => (['radio', 'checkbox'].includes(input.type) ? input.checked : input.value !== ''));

/** Until a worker is whole, or has failed. @param {ServiceWorker} worker @returns {Promise<boolean>} */
const finished = (worker) => new Promise((done) => {
  const look = () => {
    if (['activated', 'installed'].includes(worker.state)) done(true);
    if (worker.state === 'redundant') done(false);
  };
  worker.addEventListener('statechange', look);
  look();
});

class Offline {
  /** @param {ServiceWorkerContainer} container @param {HTMLElement} place */
  constructor(container, place) {
    this.container = container;
    const { root = '', offline = '' } = place.dataset;
    this.root = new URL(root || './', location.href).href; // without a file's name or query; before a switch of languages moves the address
    this.byItself = offline === 'on_visit';
    /** @type {ServiceWorkerRegistration | undefined} */
    this.registration = undefined;
    this.kept = '';
    this.failed = false;
    this.reloads = false;
    this.seen = /** @type {Set<string>} */ (new Set());
    document.addEventListener('click', ({ target }) => {
      const id = target instanceof Element ? target.closest('button')?.id : undefined;
      if (id === 'au-keep') this.keep();
      if (id === 'au-forget') this.forget();
      if (id === 'au-newer') this.takeNewer();
      if (id?.endsWith('-seen')) this.seen.add(id.replace('-seen', '')), this.render();
    });
    addEventListener('online', () => { this.render(); this.registration?.update().catch(() => {}); });
    addEventListener('offline', () => this.render());
    document.addEventListener('input', () => this.render());
    document.addEventListener('change', () => this.render());
  }

  async start() {
    this.registration = await this.container.getRegistration(this.root);
    if (this.registration?.scope !== this.root) this.registration = undefined;
    if (this.registration) {
      const followed = this.follow(this.registration);
      this.render();
      await followed;
    }
    if (this.byItself && !this.kept && navigator.onLine) await this.keep();
    this.render();
  }

  async keep() {
    if (this.failed) {
      this.failed = false;
      this.render();
    }
    try {
      this.registration = await this.container.register(trusted(new URL('sw.js', this.root).href), { scope: this.root, updateViaCache: 'none' });
      await this.follow(this.registration);
      const { active } = this.registration;
      if (active && !this.kept) { // one that was there before isn't installed again
        this.kept = await ask(active, 'save again');
        this.failed = !this.kept;
      }
    } catch {
      this.failed = true;
    }
    this.render();
  }

  /** @param {ServiceWorkerRegistration} registration */
  async follow(registration) {
    registration.addEventListener('updatefound', () => this.watch(registration.installing));
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    await this.watch(worker);
    if (registration.active) registration.update().catch(() => {}); // no network, or a server that is away: the old one stays
  }

  /** @param {ServiceWorker | null} worker */
  async watch(worker) {
    if (!worker) return;
    const whole = await finished(worker);
    const active = this.registration?.active ?? (whole ? worker : null);
    this.failed = !whole && !active;
    this.kept = active ? await ask(active, 'saved when') : '';
    this.render();
  }

  async forget() {
    await this.registration?.unregister();
    for (const name of await caches.keys()) if (name.startsWith(`aushang ${this.root} `)) await caches.delete(name);
    this.registration = undefined;
    this.kept = '';
    this.render();
    document.getElementById('au-keep')?.focus();
  }

  /** The page of the other version, when its worker has taken over. Answers would be lost, so then it isn't offered. */
  takeNewer() {
    const { waiting = null } = this.registration ?? {};
    if (!waiting || hasAnswers() || this.reloads) return;
    this.reloads = true;
    this.container.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take over');
  }

  render() {
    const show = (/** @type {string} */ id, /** @type {boolean} */ shown) => {
      const element = document.getElementById(id);
      const hidden = !shown || this.seen.has(id);
      if (element && element.hidden !== hidden) element.hidden = hidden;
    };
    const date = this.kept && new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(this.kept));
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#au-offline [data-text]'))) {
      const text = element.dataset.text?.replace('{date}', date) ?? '';
      if (element.textContent !== text) element.textContent = text;
    }
    document.getElementById('au-offline')?.classList.add('is-offered');
    show('au-keep', !this.kept);
    show('au-keep-failed', this.failed);
    show('au-kept', this.kept !== '');
    show('au-away', this.kept !== '' && !navigator.onLine);
    show('au-update', Boolean(this.registration?.waiting && this.registration.active) && !hasAnswers());
  }
}

/** @returns {() => void} to be called when the words of the page have changed */
export function followOffline() {
  const container = workers(), place = document.getElementById('au-offline');
  if (!container || !place) return () => {};
  const offline = new Offline(container, place);
  offline.start().catch(() => {}); // storage that is blocked: as without
  return () => offline.render();
}
