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
