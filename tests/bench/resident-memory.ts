import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What a process holds in memory, in megabytes of 2^20 bytes. */
export function residentMb(pid: number): number {
  return residentKb(pid) / 1024;
}

function residentKb(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  }
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]);
}
