// Everything works without this file. It starts the two design systems' own scripts and warns before a session ends.
import { initAll } from './govuk-frontend.js';
import { initAll as initMoj } from './moj-frontend.js';

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
