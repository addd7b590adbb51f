import Cell from '#components/cell/Cell.astro'
import Challenge from '#components/challenge/Challenge.astro'
import Value from '#components/cell/Value.astro'
import AiSystem from '#components/figures/AiSystem.astro'
import Adversary from '#components/figures/Adversary.astro'
import Bill from '#components/figures/Bill.astro'
import Cluster from '#components/figures/Cluster.astro'
import Defaults from '#components/figures/Defaults.astro'
import CourseSearch from '#components/figures/CourseSearch.astro'
import Coverage from '#components/figures/Coverage.astro'
import CratesRecorded from '#components/figures/CratesRecorded.astro'
import Doors from '#components/figures/Doors.astro'
import Duel from '#components/figures/Duel.astro'
import Hash from '#components/figures/Hash.astro'
import History from '#components/figures/History.astro'
import Hunt from '#components/figures/Hunt.astro'
import Log from '#components/figures/Log.astro'
import LostAndFound from '#components/figures/LostAndFound.astro'
import JobPicker from '#components/figures/JobPicker.astro'
import Machine from '#components/figures/Machine.astro'
import Merkle from '#components/figures/Merkle.astro'
import NoReturn from '#components/figures/NoReturn.astro'
import Overstream from '#components/figures/Overstream.astro'
import Picker from '#components/figures/Picker.astro'
import Quorum from '#components/figures/Quorum.astro'
import Recorded from '#components/figures/Recorded.astro'
import Repair from '#components/figures/Repair.astro'
import Rollback from '#components/figures/Rollback.astro'
import Ring from '#components/figures/Ring.astro'
import SearchMeasured from '#components/figures/SearchMeasured.astro'
import Since from '#components/figures/Since.astro'
import SixSteps from '#components/figures/SixSteps.astro'
import Truck from '#components/figures/Truck.astro'
import Zombie from '#components/figures/Zombie.astro'
import TwoWorlds from '#components/figures/TwoWorlds.astro'
import Walk from '#components/figures/Walk.astro'
import WholeModel from '#components/figures/WholeModel.astro'
import WrongAnswer from '#components/figures/WrongAnswer.astro'
import Predict from '#components/quiz/Predict.astro'
import Question from '#components/quiz/Question.astro'
import Revisit from '#components/quiz/Revisit.astro'
import Summary from '#components/quiz/Summary.astro'
import TeacherNote from '#components/teach/TeacherNote.astro'
import Claim from './Claim.astro'
import Fence from './Fence.astro'
import Dials from '#components/figures/Dials.astro'
import Lag from '#components/figures/Lag.astro'
import FewerBits from '#components/figures/FewerBits.astro'
import FromNotes from './FromNotes.astro'
import Heading2 from './Heading2.astro'
import Heading3 from './Heading3.astro'
import Link from './Link.astro'
import Minutes from './Minutes.astro'
import Node from './Node.astro'
import Note from './Note.astro'
import Remember from './Remember.astro'
import Source from './Source.astro'
import StoryKey from './StoryKey.astro'
import Table from './Table.astro'
import Term from './Term.astro'
import To from './To.astro'

/** What an author may write in a lesson's MDX: every name here is a tag there. Nothing else is. */
export const authorComponents = {
  // Markdown's own
  h2: Heading2,
  h3: Heading3,
  pre: Fence,
  a: Link,
  table: Table,
  // words
  Claim,
  FewerBits,
  WholeModel,
  FromNotes,
  Minutes,
  Node,
  Note,
  Remember,
  Source,
  StoryKey,
  TeacherNote,
  Term,
  To,
  // cells
  Cell,
  Challenge,
  Value,
  // figures
  Adversary,
  Bill,
  Cluster,
  Defaults,
  Dials,
  Lag,
  Coverage,
  CratesRecorded,
  Doors,
  Duel,
  Hash,
  History,
  Hunt,
  Log,
  LostAndFound,
  Machine,
  Merkle,
  NoReturn,
  Overstream,
  Picker,
  Quorum,
  Recorded,
  Repair,
  Rollback,
  Ring,
  Since,
  SixSteps,
  Truck,
  Zombie,
  TwoWorlds,
  AiSystem,
  CourseSearch,
  SearchMeasured,
  JobPicker,
  Walk,
  WrongAnswer,
  // quiz
  Predict,
  Question,
  Revisit,
  Summary,
}
