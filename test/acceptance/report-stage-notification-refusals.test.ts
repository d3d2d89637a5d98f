import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../io/notify/receiver.ts';
import { type Office, resultOf, startOffice } from './report-run.ts';
import { annotationsOf, expectNoSecret, expectSuccess } from './verdict.ts';

const CANARY = 'canary-of-the-address';
let office: Office;
let receiver: Receiver;
let other: Receiver;
beforeAll(async () => {
  [office, receiver, other] = await Promise.all([startOffice(), startReceiver(), startReceiver()]);
});
afterEach(() => receiver.clear());
afterAll(() => Promise.all([office.close(), receiver.close(), other.close()]));

/** Reports to one address of Slack; the step has to succeed, hold nothing of the address, and tell the pull request. */
async function reportTo(address: string, hosts = '', env: Record<string, string> = {}) {
  const preview = await office.openPreview([{ slack: 'NOTIFY_SLACK' }]);
  const step = await office.report('end', preview.configuration, {
    result: resultOf(preview),
    inputs: { 'notify-slack': address, 'notify-hosts': hosts },
    context: { debug: true, env },
  });
  expectSuccess(step);
  expectNoSecret(step, address, CANARY);
  expect(office.github.comments.list(preview.number)).toHaveLength(1);
  return { step, warnings: annotationsOf(step, 'warning').map(({ message }) => message) };
}

describe('an address that is refused', () => {
  it.each<[string, (port: number) => string]>([
    ['http:', (port) => `http://127.0.0.1:${port}`],
    ['loopback', (port) => `https://127.0.0.1:${port}`],
    ['loopback of IPv6', (port) => `https://[::1]:${port}`],
    ['link-local', () => 'https://169.254.169.254'],
    ['private', () => 'https://10.0.0.1'],
    ['IPv4 in IPv6', (port) => `https://[::ffff:127.0.0.1]:${port}`],
    ['0.0.0.0', (port) => `https://0.0.0.0:${port}`],
    ['a name that leads into a private network', (port) => `https://localhost:${port}`],
    ['user info', (port) => `https://user:${CANARY}@127.0.0.1:${port}`],
    ['no address', () => 'not-an-address'],
  ])('H11 is a warning that holds nothing of it: %s', async (_what, addressOf) => {
    const before = receiver.connections;
    const { warnings } = await reportTo(`${addressOf(receiver.port)}/${CANARY}`);
    expect(warnings).toEqual([expect.stringContaining('NOTIFY_SLACK')]);
    expect(warnings[0]).not.toMatch(/127\.0\.0\.1|169\.254|10\.0\.0\.1|localhost|user:/);
    expect(receiver.connections).toBe(before);
  });

  it('H11 is posted to where its host is named in notify-hosts', async () => {
    const before = receiver.received.length;
    const { warnings } = await reportTo(`http://127.0.0.1:${receiver.port}/${CANARY}`, 'example.com, 127.0.0.1');
    expect(warnings).toEqual([]);
    expect(receiver.received).toHaveLength(before + 1);
  });

  it('H11 stays refused where another host is named', async () => {
    const { warnings } = await reportTo(`http://127.0.0.1:${receiver.port}/${CANARY}`, '127.0.0.2\nlocalhost');
    expect(warnings).toHaveLength(1);
  });
});

describe('a receiver that misbehaves', () => {
  const toReceiver = () => reportTo(`${receiver.url}/${CANARY}`, '127.0.0.1');

  it('H11 by a redirect is not followed', async () => {
    receiver.next({ kind: 'redirect', status: 307, location: `${other.url}/${CANARY}` });
    expect((await toReceiver()).warnings).toEqual([expect.stringMatching(/redirect/)]);
    expect(other.connections).toBe(0);
  });

  it.each(['silent', 'dripping'] as const)('H11 by being %s is given up after 5 s', async (kind) => {
    receiver.next({ kind });
    const { warnings } = await toReceiver();
    expect(warnings).toEqual([expect.stringMatching(/5 s/)]);
  });

  it('H11 by an answer that never ends does not hold the step', async () => {
    receiver.next({ kind: 'endless' });
    const { warnings } = await toReceiver();
    expect(warnings).toEqual([]);
  });

  it.each([400, 500])('by %i is a warning that says so', async (status) => {
    receiver.next({ kind: 'status', status }, { kind: 'status', status });
    expect((await toReceiver()).warnings).toEqual([expect.stringContaining(String(status))]);
  });

  it('by a cut connection is a warning', async () => {
    receiver.next({ kind: 'cut' }, { kind: 'cut' });
    expect((await toReceiver()).warnings).toHaveLength(1);
  });
});

describe('a receiver that speaks https:', () => {
  let folder: string;
  let server: Server;
  let url: string;
  const bodies: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'receiver-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-keyout', key, '-out', cert];
    execFileSync('openssl', [...made, ...subject], { stdio: 'ignore' });
    server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      bodies.push(Buffer.concat(chunks).toString());
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    url = `https://localhost:${(server.address() as AddressInfo).port}/${CANARY}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  it('is told where the machine trusts its certificate', async () => {
    const { warnings } = await reportTo(url, 'localhost', { NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') });
    expect(warnings).toEqual([]);
    expect(bodies.splice(0)).toHaveLength(1);
  });

  it('H11 is told nothing where nobody vouches for it, though its host is allowed', async () => {
    expect((await reportTo(url, 'localhost')).warnings).toHaveLength(1);
    expect(bodies).toEqual([]);
  });
});
