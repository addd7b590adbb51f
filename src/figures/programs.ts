/** The programs that figures bring of their own, each with its face: code that runs any plan imports them. A line for each. */
import './two-worlds/kitchens-face.ts'
