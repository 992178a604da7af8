const { tanh } = Math; export { tanh };
