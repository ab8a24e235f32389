import { defineConfig } from 'i18next-cli'

// `npm run check` asks i18next-cli whether both languages are complete and no text stands in the code.
export default defineConfig({
  locales: ['ko', 'en'],
  extract: {
    input: ['src/**/*.{ts,tsx}'],
    output: 'locales/{{language}}/{{namespace}}.json',
    primaryLanguage: 'ko',
    defaultNS: 'common',
    useTranslationNames: ['useTranslation', { name: 'useFixedT', nsArg: 0, keyPrefixArg: -1 }],
    removeUnusedKeys: false,
    sort: false,
  },
  // The page of the design system shows both languages at once, and is in development only.
  lint: { ignore: ['src/app/error-boundary.tsx', 'src/app/dev/**'] },
})
