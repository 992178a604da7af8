import fc from 'fast-check';
import type { Formula } from '../../entry/entry.ts';
import { expectClose, type Law, law, type Subject } from '../../entry/law.ts';
import { given } from '../../inputs/inputs.ts';
import type { Vector } from '../../values/value.ts';

/** Laws that hold for every optimizer that steps from a state and a gradient, element by element. */

type State = { theta: Vector; m?: Vector; v?: Vector; t?: number };
type Options = { readonly [name: string]: number | boolean } | undefined;
type Drawn = [state: State, gradient: Vector, options: Options];
type Step = (...args: Drawn) => State;

/** The calls and the allowed errors of an optimizer, whatever it keeps. */
function caller(f: Subject<Step>): {
  call: (...args: Drawn) => Promise<State>;
  allowed: (...args: Drawn) => State;
} {
  return {
    call: (...args) => f(...given(...args)),
    allowed: (...args) => f.allowed(...given(...args)),
  };
}

/** Each parameter steps by its own history alone. */
export function independentParameters<F extends Formula>(inputs: fc.Arbitrary<any>): Law<F> {
  const made = law<Step, [Drawn]>(
    'a parameter does not depend on the others',
    fc.tuple(inputs),
    async (f, [state, gradient, options]) => {
      const { call, allowed } = caller(f);
      const together = await call(state, gradient, options);
      for (const [i, g] of gradient.entries()) {
        const alone = (whole: State): State =>
          Object.fromEntries(
            Object.entries(whole).map(([key, x]) => [key, Array.isArray(x) ? [x[i]] : x]),
          ) as unknown as State;
        const errors = allowed(alone(state), [g], options);
        expectClose(await call(alone(state), [g], options), alone(together), errors, errors);
      }
    },
  );
  return made as unknown as Law<F>;
}

/** An optimizer that divides by the root of squares does not depend on the unit of the loss. */
export function scaleFree<F extends Formula>(inputs: fc.Arbitrary<any>): Law<F> {
  const made = law<Step, [Drawn, number]>(
    'with epsilon 0 the size of gradients does not matter, only their ratios',
    fc.tuple(inputs, fc.constantFrom(2 ** -4, 4, 2 ** 6)),
    async (f, [state, gradient, options], scale) => {
      const { call, allowed } = caller(f);
      const scaled: State = { ...state };
      if (state.m) scaled.m = state.m.map((x) => scale * x);
      if (state.v) scaled.v = state.v.map((x) => scale * scale * x);
      const larger: Drawn = [scaled, gradient.map((g) => scale * g), { ...options, epsilon: 0 }];
      const given: Drawn = [state, gradient, { ...options, epsilon: 0 }];
      expectClose(
        (await call(...larger)).theta,
        (await call(...given)).theta,
        allowed(...larger).theta,
        allowed(...given).theta,
      );
    },
  );
  return made as unknown as Law<F>;
}

/** With the opposite loss the step is the opposite. */
export function turnedSigns<F extends Formula>(inputs: fc.Arbitrary<any>): Law<F> {
  const made = law<Step, [Drawn]>(
    'turning the signs of the gradient and of m turns the movement',
    fc.tuple(inputs),
    async (f, [state, gradient, options]) => {
      const { call, allowed } = caller(f);
      const there: State = { ...state, theta: state.theta.map(() => 0) };
      const back: State = { ...there };
      if (state.m) back.m = state.m.map((x) => -x);
      const errors = allowed(there, gradient, options).theta;
      expectClose(
        (
          await call(
            back,
            gradient.map((g) => -g),
            options,
          )
        ).theta,
        (await call(there, gradient, options)).theta.map((x) => -x),
        errors,
        errors,
      );
    },
  );
  return made as unknown as Law<F>;
}
