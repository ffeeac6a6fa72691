"""Runs peers/train.py, also under a PyTorch older than 2.0, whose missing torch.compile is then a skipped line.

usage: torch_train.py PATH/TO/train.py [its options]
"""
import runpy
import sys

import torch

if not hasattr(torch, "compile"):
    def compile(net):
        def run(x):
            raise RuntimeError("torch.compile is not in torch " + torch.__version__)
        return run
    torch.compile = compile
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
