import { createRoot, hydrateRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router-dom'
import { App } from './app.tsx'
import { createQueryClient } from './query-client.ts'

const root = document.getElementById('root')
if (root) {
  const app = (
    <BrowserRouter>
      <App client={createQueryClient()} />
    </BrowserRouter>
  )
  // A prerendered page says which one it is: what was served in place of another is drawn anew.
  if (root.dataset.page === location.pathname) hydrateRoot(root, app)
  else createRoot(root).render(app)
}
