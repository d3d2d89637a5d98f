import { apiUrl } from './config.js';

const form = document.querySelector('#sign-up');
const answer = document.querySelector('#answer');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  answer.textContent = await signUp(Object.fromEntries(new FormData(form)));
  button.disabled = false;
});

async function signUp(fields) {
  try {
    const response = await fetch(`${apiUrl}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    const { id, errors } = await response.json();
    if (!response.ok) return errors?.join(' ') ?? `The server answered with ${response.status}. Please try again.`;
    form.reset();
    return `Thank you! Your number is ${id}.`;
  } catch {
    return 'The server could not be reached. Please try again.';
  }
}
