import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { inflateRawSync } from 'node:zlib';

interface Entry {
  name: string;
  mode: number;
  content: Buffer;
}

const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;

/** Reads every entry of a ZIP archive by its central directory; throws for anything but stored and deflated entries. */
export function readZip(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('Could not unzip uploaded file.');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      content: readContent(zip, at),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function readContent(zip: Buffer, at: number): Buffer {
  const method = zip.readUInt16LE(at + 10);
  const size = zip.readUInt32LE(at + 20);
  const local = zip.readUInt32LE(at + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + size);
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflateRawSync(packed);
  throw new Error(`ZIP compression method ${method} is not supported`);
}

/** Unpacks an archive into a folder, symbolic links included; throws for a name that leaves the folder. */
export function unpackZip(zip: Buffer, folder: string): void {
  for (const { name, mode, content } of readZip(zip)) {
    const path = normalize(join(folder, name));
    if (!path.startsWith(folder)) throw new Error(`the archive's entry ${name} leaves its folder`);
    if (name.endsWith('/')) {
      mkdirSync(path, { recursive: true });
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    if ((mode & 0o170000) === 0o120000) symlinkSync(content.toString('utf8'), path);
    else writeFileSync(path, content, { mode: mode & 0o777 || 0o644 });
  }
}
