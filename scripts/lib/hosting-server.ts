import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Hosting } from './hosting.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
/** What a CDN does not compress: it is already. */
const COMPRESSED = ['.woff2', '.png']

type Options = {
  readonly folder: string
  /** The hosting part of firebase.json, for its headers. */
  readonly hosting: Hosting
  /** File for every address that is no file: a client-rendered app has one page. */
  readonly shell?: string
  /** Changes HTML on its way out. */
  readonly rewrite?: (html: string) => string
}

type Answer = { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> }

/**
 * Serves a folder as Firebase Hosting does, as far as speed is concerned: addresses without .html, brotli (made once,
 * before anything is measured), the headers of firebase.json. HTTP/1.1, the same for all that are compared.
 */
export async function serveFolder(port: number, { folder, hosting, shell, rewrite = (html) => html }: Options) {
  const answers = new Map<string, Answer>()
  const answerFor = (path: string): Answer | undefined => {
    const file = [path, `${path}.html`, shell].find((name) => name !== undefined && isFile(join(folder, name)))
    if (file === undefined) return undefined
    const type = extname(file)
    const content = readFileSync(join(folder, file))
    const plain = type === '.html' ? Buffer.from(rewrite(content.toString())) : content
    const compress = !COMPRESSED.includes(type)
    const headers: Record<string, string> = { 'Content-Type': TYPES[type] ?? 'application/octet-stream' }
    if (compress) headers['Content-Encoding'] = 'br'
    for (const { key, value } of hosting.headers.flatMap((rule) => (matches(rule.source, path) ? rule.headers : []))) {
      headers[key] = value
    }
    return { body: compress ? brotliCompressSync(plain) : plain, headers }
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    const answer = answers.get(path) ?? answerFor(path)
    if (!answer) return void response.writeHead(404).end()
    answers.set(path, answer)
    response.writeHead(200, { ...answer.headers, 'Content-Length': answer.body.length }).end(answer.body)
  })
  return listening(server, port)
}

/** Resolves with the server's address once it listens. */
export const listening = (server: Server, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${port}`))
  })

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** Whether a rule of firebase.json is about this path, for the kinds of patterns that it has. */
function matches(source: string, path: string): boolean {
  return source.endsWith('**') ? path.startsWith(source.slice(0, -2)) : path === source
}
