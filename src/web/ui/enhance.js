// Everything works without this file. It starts the two design systems' own scripts and warns before a session ends.
import { initAll } from './govuk-frontend.js';
import { initAll as initMoj } from './moj-frontend.js';

// Radios and tick boxes show their fields by the stylesheet alone: the package's script would put aria-expanded on
// inputs, which ARIA does not allow there.
for (const group of document.querySelectorAll('[data-module="govuk-radios"], [data-module="govuk-checkboxes"]')) {
  group.removeAttribute('data-module');
}

initAll();
initMoj();

const minutes = Number(document.querySelector('meta[name="session-minutes"]')?.getAttribute('content'));
if (minutes > 5) {
  let warned;
  let start = Date.now();
  setInterval(() => {
    const left = minutes - (Date.now() - start) / 60_000;
    if (left > 5 || warned) return;
    warned = document.createElement('div');
    warned.className = 'app-timeout';
    warned.setAttribute('role', 'alert');
    const words = document.createElement('p');
    words.textContent =
      'You will be signed out in 5 minutes if you do nothing. What you send after that is kept until you sign in again.';
    const stay = document.createElement('button');
    stay.type = 'button';
    stay.className = 'govuk-button govuk-!-margin-bottom-0';
    stay.textContent = 'Stay signed in';
    stay.addEventListener('click', async () => {
      await fetch('/still-here', { credentials: 'same-origin' });
      start = Date.now();
      warned.remove();
      warned = undefined;
    });
    warned.append(words, stay);
    document.body.append(warned);
  }, 15_000);
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// Paper has nothing to unfold: what is folded away is opened for it, also where the stylesheet can't.
let unfolded = [];
window.addEventListener('beforeprint', () => {
  unfolded = [...document.querySelectorAll('.app-figure__table:not([open])')];
  for (const one of unfolded) one.open = true;
});
window.addEventListener('afterprint', () => {
  for (const one of unfolded) one.open = false;
});

// A plain file input forgets what was chosen before. Where several files are asked for, they gather, each with a button
// that leaves it out again.
for (const input of document.querySelectorAll('input[type=file][data-gathers]')) {
  const list = document.createElement('ul');
  list.className = 'govuk-list app-gathered';
  const status = document.createElement('p');
  status.className = 'govuk-visually-hidden';
  status.setAttribute('role', 'status');
  input.after(list, status);
  let gathered = [];
  const show = () => {
    const all = new DataTransfer();
    for (const file of gathered) all.items.add(file);
    input.files = all.files;
    list.replaceChildren(
      ...gathered.map((file) => {
        const item = document.createElement('li');
        const name = document.createElement('span');
        name.textContent = file.name;
        const out = document.createElement('button');
        out.type = 'button';
        out.className = 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0';
        out.textContent = 'Leave out';
        const which = document.createElement('span');
        which.className = 'govuk-visually-hidden';
        which.textContent = ` ${file.name}`;
        out.append(which);
        out.addEventListener('click', () => {
          gathered = gathered.filter((one) => one !== file);
          show();
          input.focus();
        });
        item.append(name, out);
        return item;
      }),
    );
    status.textContent = gathered.length === 1 ? '1 file chosen' : `${gathered.length} files chosen`;
  };
  const same = (a, b) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
  input.addEventListener('change', () => {
    gathered = [...gathered, ...[...input.files].filter((file) => !gathered.some((one) => same(one, file)))];
    show();
  });
}

// What goes on by itself is looked at again every two seconds; the page goes on with it when it has ended or moved on.
// Without a script a link does it.
const live = document.querySelector('[data-live]');
if (live) {
  const look = async () => {
    const response = await fetch(location.href, { credentials: 'same-origin' });
    if (response.redirected && response.url !== location.href) return location.assign(response.url);
    const next = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-live]');
    if (next === null) return location.reload();
    live.replaceChildren(...next.childNodes);
    setTimeout(look, 2_000);
  };
  setTimeout(() => look().catch(() => {}), 2_000);
}

// A place to hide is dragged on the picture of its page and put into the four numbers; without a script two clicks say it.
for (const area of document.querySelectorAll('[data-hide]')) {
  const picture = area.querySelector('input[type=image]');
  const form = area.closest('form');
  if (!picture || !form) continue;
  let begun;
  let drawn;
  let dragged = false;
  const at = (event) => {
    const box = picture.getBoundingClientRect();
    const within = (n, most) => Math.max(0, Math.min(most, n));
    return { x: within(event.clientX - box.left, box.width), y: within(event.clientY - box.top, box.height), box };
  };
  picture.draggable = false;
  picture.addEventListener('dragstart', (event) => event.preventDefault());
  picture.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' || event.button !== 0) return;
    begun = at(event);
    dragged = false;
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener('pointermove', (event) => {
    if (!begun) return;
    const now = at(event);
    if (Math.abs(now.x - begun.x) + Math.abs(now.y - begun.y) < 6) return;
    dragged = true;
    if (!drawn) {
      drawn = document.createElement('div');
      drawn.className = 'app-hide__drawn';
      area.append(drawn);
    }
    drawn.style.left = `${Math.min(begun.x, now.x) + picture.offsetLeft}px`;
    drawn.style.top = `${Math.min(begun.y, now.y) + picture.offsetTop}px`;
    drawn.style.width = `${Math.abs(now.x - begun.x)}px`;
    drawn.style.height = `${Math.abs(now.y - begun.y)}px`;
  });
  picture.addEventListener('pointerup', (event) => {
    if (begun && dragged) {
      const now = at(event);
      const put = (name, n, of) => {
        form.elements.namedItem(name).value = String(Math.round((n * 10_000) / of) / 100);
      };
      put('left', Math.min(begun.x, now.x), now.box.width);
      put('top', Math.min(begun.y, now.y), now.box.height);
      put('right', Math.max(begun.x, now.x), now.box.width);
      put('bottom', Math.max(begun.y, now.y), now.box.height);
      form.elements.namedItem('reason').focus();
    }
    begun = undefined;
  });
  picture.addEventListener('click', (event) => {
    if (dragged) event.preventDefault();
    dragged = false;
  });
}
