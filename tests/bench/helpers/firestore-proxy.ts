import { createServer, request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { listening } from '../../../scripts/lib/hosting-server.ts'

/**
 * Stands before the Firestore emulator and compresses what it answers, as Google's servers do and the emulator does not.
 * @param emulator “127.0.0.1:8080”
 * @returns where it listens, in the same form
 */
export async function serveFirestore(port: number, emulator: string): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const onwards = request(
      `http://${emulator}${incoming.url}`,
      { method: incoming.method, headers: { ...incoming.headers, host: emulator } },
      async (answer) => {
        const parts: Buffer[] = []
        for await (const part of answer) parts.push(part as Buffer)
        const plain = Buffer.concat(parts)
        const { 'transfer-encoding': _, ...headers } = answer.headers
        const body = plain.length > 0 ? gzipSync(plain) : plain
        if (plain.length > 0) headers['content-encoding'] = 'gzip'
        outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': String(body.length) }).end(body)
      },
    )
    onwards.once('error', () => outgoing.writeHead(502).end())
    incoming.pipe(onwards)
  })
  await listening(server, port)
  return `127.0.0.1:${port}`
}
