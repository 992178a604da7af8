/** What QuickJS throws when it runs out of memory or of stack. */
declare const InternalError: ErrorConstructor;
