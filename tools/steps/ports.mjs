/** Ports of this machine: finding a free one, and telling whether one is taken. */
import { createServer } from 'node:net'

/**
 * Listens for a moment, to learn whether that is possible.
 * @param {number} port 0 for any
 * @param {string} host
 * @returns {Promise<{ port: number } | { problem: string }>} the port, or the code of the problem, such as EADDRINUSE
 */
export function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve({ problem: error.code ?? error.message }),
    )
    server.listen(port, host, () => {
      const address = server.address()
      const taken = typeof address === 'object' && address ? address.port : port
      server.close(() => resolve({ port: taken }))
    })
  })
}
