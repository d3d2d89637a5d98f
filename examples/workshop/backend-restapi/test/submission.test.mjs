import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSubmission } from '../src/submission.mjs';

const ada = { name: 'Ada', email: 'ada@example.com', message: 'I would like to come.' };

test('takes name, email and message without the blanks around them', () => {
  assert.deepEqual(parseSubmission(JSON.stringify({ ...ada, name: '  Ada ' })), { submission: ada });
});

test('leaves out fields that the form does not have', () => {
  assert.deepEqual(parseSubmission(JSON.stringify({ ...ada, id: 'chosen', admin: true })), { submission: ada });
});

test('names every field that is missing', () => {
  const { errors } = parseSubmission('{"name": " "}');
  assert.deepEqual(errors, [
    'name is required and must be a text.',
    'email is required and must be a text.',
    'message is required and must be a text.',
  ]);
});

test('refuses an email without a domain', () => {
  const { errors } = parseSubmission(JSON.stringify({ ...ada, email: 'ada@localhost' }));
  assert.deepEqual(errors, ['email must be an address like ada@example.com.']);
});

test('refuses a message that is too long', () => {
  const { errors } = parseSubmission(JSON.stringify({ ...ada, message: 'x'.repeat(2001) }));
  assert.deepEqual(errors, ['message must have at most 2000 characters.']);
});

for (const text of [undefined, '', 'name=Ada', 'null', '[]', '"Ada"']) {
  test(`refuses the body ${text === undefined ? 'that is not there' : JSON.stringify(text)}`, () => {
    assert.deepEqual(parseSubmission(text).errors, ['The body must be a JSON object with name, email and message.']);
  });
}
