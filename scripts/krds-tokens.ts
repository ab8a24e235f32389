import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Writes src/styles/krds.css: the colours of the KRDS design system that our styles use, in its light and its
// high-contrast mode, and nothing else of it (the package's own file holds 790 properties).

const TARGET = 'src/styles/krds.css'

/** The semantic colours in use, by the names KRDS gives them. */
const USED = [
  'text-basic',
  'text-bolder',
  'text-subtle',
  'text-disabled',
  'text-primary',
  'text-danger',
  'text-success',
  'text-information',
  'text-basic-inverse',
  'surface-white',
  'surface-gray-subtler',
  'surface-gray-subtle',
  'surface-primary-subtler',
  'surface-danger-subtler',
  'surface-warning-subtler',
  'surface-success-subtler',
  'surface-information-subtler',
  'border-gray-light',
  'border-gray',
  'border-gray-dark',
  'border-primary',
  'border-danger',
  'border-warning',
  'border-success',
  'border-information',
  'link-default',
  'link-hover',
  'button-primary-fill',
  'button-primary-fill-hover',
  'button-primary-fill-pressed',
  'button-disabled-fill',
  'action-primary-hover',
  'action-primary-pressed',
  'element-gray',
]

const MODES = { light: 'light', high: 'high-contrast' } as const

function properties(css: string): Map<string, string> {
  return new Map(
    Array.from(css.matchAll(/--([\w-]+):\s*([^;]+);/g), ([, name = '', value = '']) => [name, value.trim()]),
  )
}

function resolve(all: Map<string, string>, name: string): string {
  const value = all.get(name)
  if (value === undefined) throw new Error(`krds-uiux has no --${name}`)
  const reference = value.match(/^var\(--([\w-]+)\)$/)?.[1]
  return reference === undefined ? value : resolve(all, reference)
}

/** The text of src/styles/krds.css, from the installed version of krds-uiux. */
export function krdsStyles(): string {
  const source = createRequire(import.meta.url).resolve('krds-uiux/resources/css/token/krds_tokens.css')
  const all = properties(readFileSync(source, 'utf8'))
  const block = (mode: keyof typeof MODES, indent: string) =>
    USED.map((name) => `${indent}--${name}: ${resolve(all, `krds-${MODES[mode]}-color-${name}`)};`).join('\n')
  return `/* Made by \`npm run tokens\` from krds-uiux. Do not edit. */
:root,
[data-theme="light"] {
  color-scheme: light;
${block('light', '  ')}
}

@media screen and (prefers-contrast: more) {
  :root:not([data-theme="light"]) {
    color-scheme: dark;
${block('high', '    ')}
  }
}

@media screen {
  [data-theme="high-contrast"] {
    color-scheme: dark;
${block('high', '    ')}
  }
}
`
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--help')) {
    console.log('npm run tokens: writes src/styles/krds.css from the installed krds-uiux package')
  } else {
    writeFileSync(TARGET, krdsStyles())
  }
}
