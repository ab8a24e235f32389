import { painted } from './data/painted.ts'
import './styles/krds.css'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

// A prerendered page can be read already. What brings it to life is fetched meanwhile, and runs once its words have been
// painted: run before, it would hold them up.
void painted().then(() => import('./app/mount.tsx'))
