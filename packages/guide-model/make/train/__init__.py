"""Training of tokenizer and weights with PyTorch, on one CUDA GPU."""
