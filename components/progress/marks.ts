/** What shows and follows a learner's progress on a page. */
import './mark.ts'
import './notice.ts'
import './track.ts'
