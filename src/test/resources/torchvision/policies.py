"""Makes policies.csv: what torchvision's RandAugment and TrivialAugmentWide do at each magnitude. Writes to standard output; needs
the peers' environment, and the module tv beside their setup (torchvision without its compiled operators) on PYTHONPATH.

A row is picture,width,height,channels,samples (row by row, channels last), or
magnitude,policy,operation,width,height,31 values, or
picture,policy,operation,bin,sign,interpolation,samples: the picture after that operation.
"""
from tv import v2
import torch, torchvision
from torchvision.transforms.v2 import RandAugment, TrivialAugmentWide, InterpolationMode
policies = {'rand_augment': RandAugment, 'trivial_augment_wide': TrivialAugmentWide}
generator = torch.Generator().manual_seed(3)
# Smooth, so that a place that is off by a rounding does not show; all levels, so that thresholds do.
def slopes(w, h, c):
    x, y = torch.meshgrid(torch.arange(w), torch.arange(h), indexing='xy')
    return torch.stack([(20 + 7 * x + 5 * y), (235 - 6 * x - 4 * y), (90 + 9 * x - 8 * y)][:c], -1).clamp(0, 255).to(torch.uint8)
pictures = {'slopes': slopes(12, 9, 3), 'gray': slopes(6, 8, 1),
    'random': torch.randint(0, 256, (4, 5, 3), generator=generator, dtype=torch.uint8)}
print(f'# torchvision {torchvision.__version__}, torch {torch.__version__}; made by policies.py')
for name, picture in pictures.items():
    h, w, c = picture.shape
    print(name, w, h, c, ' '.join(str(int(v)) for v in picture.flatten()), sep=',')
for policy, kind in policies.items():
    for w, h in [(32, 32), (331, 224)]:
        for operation, (magnitudes, _) in kind._AUGMENTATION_SPACE.items():
            values = magnitudes(31, h, w)
            if values is not None and (w == 32 or 'Translate' in operation):
                print('magnitude', policy, operation, w, h, ' '.join(f'{float(v):.9g}' for v in values), sep=',')
for policy, kind in policies.items():
    transform = kind()
    strengths = [9, 30] if policy == 'rand_augment' else [5, 17, 30]
    for name, picture in pictures.items():
        h, w, c = picture.shape
        x = picture.permute(2, 0, 1)
        for operation, (magnitudes, signed) in kind._AUGMENTATION_SPACE.items():
            values = magnitudes(31, h, w)
            moving = operation in ('ShearX', 'ShearY', 'Rotate')
            for bin in [None] if values is None else strengths:
                for sign in [1, -1] if signed else [1]:
                    for interpolation in ['nearest', 'bilinear'] if moving else ['nearest']:
                        if moving and name == 'random':
                            continue
                        value = 0. if bin is None else sign * float(values[bin])
                        out = transform._apply_image_or_video_transform(x, operation, value,
                            interpolation=InterpolationMode(interpolation), fill={torch.Tensor: [70.] * c})
                        print(name, policy, operation, 0 if bin is None else bin, sign, interpolation,
                            ' '.join(str(int(v)) for v in out.permute(1, 2, 0).flatten()), sep=',')
