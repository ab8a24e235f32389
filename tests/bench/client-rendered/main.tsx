// The same app as most are built: everything it will need in its first file, and nothing on the page before it runs.
import '#data/auth.ts'
import '#data/comments.ts'
import '#data/results.ts'
import '#data/tasks.ts'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router-dom'
import { App } from '../../../src/app/app.tsx'
import { createQueryClient } from '../../../src/app/query-client.ts'
import '../../../src/styles/krds.css'
import '../../../src/styles/fonts.css'
import '../../../src/styles/tokens.css'
import '../../../src/styles/base.css'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <BrowserRouter>
      <App client={createQueryClient()} />
    </BrowserRouter>,
  )
}
