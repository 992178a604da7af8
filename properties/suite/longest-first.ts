import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { entryPaths } from '../entry/entries.ts';
import { longestFirst, readTimes } from './run-times.ts';

/** vitest's order is by name of the project, which leaves the longest file for the end. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const fileOf = ({ project, moduleId }: TestSpecification): { project: string; path: string } => ({
      project: project.name,
      path: relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'),
    });
    return longestFirst(files, fileOf, readTimes(), entryPaths().length);
  }
}
