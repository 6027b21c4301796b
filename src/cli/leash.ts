/**
 * Loaded before the entry file of every process that `start` starts. `start` holds the other end of descriptor 3: when it
 * is gone, even by kill -9, this process ends in order, and after ten seconds whatever happens.
 */
import { Socket } from 'node:net';

const leash = new Socket({ fd: 3, readable: true, writable: false });
leash.on('error', () => {});
leash.on('close', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
});
leash.resume();
leash.unref();
