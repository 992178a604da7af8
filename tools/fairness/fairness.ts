import { exercisePaths, loadExercises } from '../../exercises/exercises.ts';
import { nameOf } from '../../properties/entry/entries.ts';
import { knownWords } from '../command-line/known-words.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { type Earned, earnedBy, guessed, mean, oraclesOf } from './measure.ts';

// `npm run fairness`: how far the points of wrong submissions depend on the seed, and what a guess earns.

const MOST_SPREAD = 0.1;
const MOST_GUESSED = 0.02;

const command = toolCommand(
  'npm run fairness --',
  'Prints how far the points of the wrong submissions in grader/honest differ between seeds, and what a table of the public ' +
    "seed's answers earns with a constant for the rest, as shares of an exercise's points. Takes minutes. Writes " +
    `nothing, and exits with 1 if points differ by more than ${MOST_SPREAD}, or guesses earn more than ${MOST_GUESSED}.`,
)
  .argument('[exercises...]', 'only these: softmax conv2d', knownWords(exercisePaths().map(nameOf)))
  .option('--seeds <n>', 'under the seeds 1 to n', wholeNumber(2), 20)
  .parse();
const { args } = command;
const { seeds } = command.opts<{ seeds: number }>();
const names = new Set(args.length > 0 ? args : exercisePaths().map(nameOf));
const earned: Earned[] = [];
const guesses: number[] = [];

for (const located of await loadExercises(names)) {
  const oracles = await oraclesOf(located, seeds);
  const own = await earnedBy(located, oracles);
  const guess = guessed(located, oracles);
  const worst = own.reduce<Earned | null>((most, each) => (most && spread(most) >= spread(each) ? most : each), null);
  const most = worst === null ? '' : `, points differ by ${shown(spread(worst))} at most, of ${worst.submission}`;
  console.log(`${located.name}: a guess earns ${shown(guess)}${most}`);
  earned.push(...own);
  guesses.push(guess);
}

const uneven = earned.filter((each) => spread(each) > MOST_SPREAD).sort((a, b) => spread(b) - spread(a));
for (const each of uneven) console.log(`${each.submission}: from ${shown(each.least)} to ${shown(each.most)}`);
console.log(
  `${uneven.length} of ${earned.length} differ by more than ${MOST_SPREAD}; on average by ${shown(mean(earned.map(spread)))}`,
);
console.log(`guesses earn ${shown(mean(guesses))} on average, ${shown(Math.max(...guesses))} at most`);
process.exitCode = uneven.length > 0 || Math.max(...guesses) > MOST_GUESSED ? 1 : 0;

function spread({ least, most }: Earned): number {
  return most - least;
}

function shown(share: number): string {
  return share.toFixed(3);
}
