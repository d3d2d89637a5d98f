import { describe, expect, it } from 'vitest';
import { checkAddress, publicLookup, RefusedAddress } from '../../../io/notify/address.ts';

const CANARY = 'canary-of-the-path';
function refusal(address: string, allowedHosts: readonly string[] = []): string {
  try {
    checkAddress(address, allowedHosts);
  } catch (error) {
    expect(error).toBeInstanceOf(RefusedAddress);
    return (error as Error).message;
  }
  throw new Error(`${address} was not refused`);
}

describe('the address of a notification', () => {
  it.each(['https://hooks.example.com/T0', 'https://8.8.8.8/x', 'https://172.32.0.1/', 'https://[2606:4700::1111]/'])(
    'may be %s',
    (address) => {
      expect(checkAddress(address, []).href).toBe(new URL(address).href);
    },
  );

  it.each([
    '',
    'hooks.example.com',
    'http://hooks.example.com/T0',
    'ftp://hooks.example.com/T0',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
  ])('H11 may not be %j', (address) => {
    expect(refusal(address)).not.toBe('');
  });

  it.each([
    ['loopback', '127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.255.255.254', '[::1]'],
    ['unspecified', '0.0.0.0', '0', '[::]'],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '[fd00::1]', '[fc00::1]'],
    ['link-local', '169.254.169.254', '[fe80::1]', '[fd00:ec2::254]'],
    ['IPv4 in IPv6', '[::ffff:127.0.0.1]', '[::ffff:169.254.169.254]', '[::ffff:a00:1]'],
    ['IPv4 in IPv6 of the old form', '[::127.0.0.1]', '[::a9fe:a9fe]'],
    ['IPv4 behind a translator', '[64:ff9b::169.254.169.254]', '[2002:7f00:1::]', '[64:ff9b:1::a00:1]'],
    [
      'for other uses',
      '224.0.0.1',
      '255.255.255.255',
      '192.0.0.192',
      '198.18.0.1',
      '240.0.0.1',
      '[ff02::1]',
      '[fec0::1]',
    ],
  ])('H11 may not be %s', (_what, ...hosts) => {
    for (const host of hosts) expect(refusal(`https://${host}/${CANARY}`), host).toMatch(/private network/);
  });

  it.each(['https://user@hooks.example.com/', 'https://user:word@hooks.example.com/', 'https://:word@8.8.8.8/'])(
    'H11 may not hold who is asked for: %s',
    (address) => {
      expect(refusal(address)).toMatch(/user|password/);
    },
  );

  it.each([
    `http://hooks.example.com/${CANARY}`,
    `https://10.0.0.1/${CANARY}`,
    `https://${CANARY}:x@h.example.com/`,
    CANARY,
  ])('H11 is not in the words that refuse %s', (address) => {
    expect(refusal(address)).not.toMatch(/canary|example\.com|10\.0\.0\.1/);
  });
});

describe('a host that is allowed by name', () => {
  it.each([
    ['http://127.0.0.1:8080/x', '127.0.0.1'],
    ['https://192.168.1.7/x', '192.168.1.7'],
    ['http://[::1]:8080/x', '::1'],
    ['http://hooks.internal.example.com/x', 'hooks.internal.example.com'],
    ['http://HOOKS.internal.example.com/x', 'hooks.internal.example.com'],
    ['http://hooks.internal.example.com/x', 'Hooks.Internal.Example.com'],
  ])('may have the address %s for %s', (address, host) => {
    expect(checkAddress(address, [host]).href).toBe(new URL(address).href);
  });

  it.each([
    ['http://evil.internal.example.com/', 'internal.example.com'],
    ['http://internal.example.com.evil.example/', 'internal.example.com'],
    ['http://internal.example.com@evil.example/', 'internal.example.com'],
    ['http://10.0.0.1/?internal.example.com', 'internal.example.com'],
    ['http://127.0.0.2/', '127.0.0.1'],
    ['file://127.0.0.1/etc/passwd', '127.0.0.1'],
    ['http://anything.example.com/', '*'],
    ['http://anything.example.com/', ''],
  ])('H11 does not allow %s by the name %s', (address, host) => {
    expect(refusal(address, [host])).not.toBe('');
  });
});

describe('the lookup of a host', () => {
  const lookUp = (address: string, allowedHosts: readonly string[] = [], all = true) =>
    new Promise((resolve, reject) => {
      const url = new URL(address);
      publicLookup(url, allowedHosts)(url.hostname, { all }, (error, found, family) =>
        error === null ? resolve(all ? found : { address: found, family }) : reject(error),
      );
    });

  it.each(['https://localhost/', 'https://LOCALHOST/'])(
    'H11 finds nothing for %s, which leads into a private network',
    async (address) => {
      await expect(lookUp(address)).rejects.toBeInstanceOf(RefusedAddress);
      await expect(lookUp(address, [], false)).rejects.toBeInstanceOf(RefusedAddress);
    },
  );

  it('finds what is allowed by name', async () => {
    const loopback = expect.stringMatching(/^(127\.0\.0\.1|::1)$/);
    expect(await lookUp('http://localhost/', ['localhost'])).toContainEqual(
      expect.objectContaining({ address: loopback }),
    );
    expect(await lookUp('http://localhost/', ['localhost'], false)).toMatchObject({ address: loopback });
  });
});
