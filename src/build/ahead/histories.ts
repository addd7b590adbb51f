import { agreement } from '../histories/results.ts'

agreement()
