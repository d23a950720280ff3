// The pages' modules name each other without an ending, as their bundler wants it; node wants one.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const own = specifier.startsWith('.') && context.parentURL?.includes('/frontend/') && !/\.\w+$/.test(specifier);
    return next(own ? `${specifier}.ts` : specifier, context);
  },
});
