/** Makes a log durable after a sync of it failed. */
import { fsync, read, write } from 'node:fs'
import { promisify } from 'node:util'

const [readFrom, writeTo, sync] = [promisify(read), promisify(write), promisify(fsync)]

const piece = 1024 * 1024

/**
 * Writes every byte of the log again where it stands, then syncs. Syncing alone would not do: after a failed sync systems take what they could not
 * write for written, and the next sync succeeds without having done anything (https://wiki.postgresql.org/wiki/Fsync_Errors).
 * Whoever calls keeps all others from writing into it.
 */
export async function rewriteLog(descriptor: number): Promise<void> {
  const bytes = Buffer.alloc(piece)
  for (let position = 0; ; position += piece) {
    const { bytesRead } = await readFrom(descriptor, bytes, 0, piece, position)
    if (bytesRead === 0) break
    await writeAll(descriptor, bytes.subarray(0, bytesRead), position)
  }
  await sync(descriptor)
}

async function writeAll(descriptor: number, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await writeTo(descriptor, bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}
