"""Made-up office lists, the same for the same seed: for the sample office, benchmarks and tests."""
