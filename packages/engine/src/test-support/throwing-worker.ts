throw new Error('Thrown on purpose, at the start.');
