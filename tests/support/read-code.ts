import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const WASM = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** What the first QR code on a picture says. */
export async function readCode(png: Uint8Array): Promise<string | undefined> {
  const { buffer } = new Uint8Array(await readFile(WASM));
  prepareZXingModule({ overrides: { wasmBinary: buffer } });
  const [code] = await readBarcodes(png, { formats: ['QRCode'] });
  return code?.text;
}
