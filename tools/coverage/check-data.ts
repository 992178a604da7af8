import { unfitCoverage } from '../../properties/suite/coverage-data.ts';

// The first part of `npm run coverage`: c8 says what a run of the tests left out, whatever sources and tests it was of.

const unfit = unfitCoverage(process.cwd());
if (unfit !== null) {
  console.error(`${unfit}\nrun npm test first, or only npx vitest run --project reference`);
  process.exitCode = 1;
}
